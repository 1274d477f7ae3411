"""Opens the sample of sample.h the way people do, and finds everything by name."""

import sys

import h5netcdf
import numpy as np
import xarray as xr

path = sys.argv[1]

with xr.open_dataset(path, engine="h5netcdf") as cube:
    assert dict(cube.sizes) == {"arm": 2, "replicate": 3, "week": 53, "scope": 2, "dose": 2,
                                "nobody": 0}, cube.sizes
    assert cube.coordination.dims == ("arm", "replicate", "week", "scope")
    assert list(cube.arm.values) == ["baseline", "with rounds"]
    assert list(cube.scope.values) == ["system", "Rigshospitalet Ø"]
    assert cube.week.dtype == np.int64 and cube.replicate.dtype == np.int64
    one = cube.coordination.sel(arm="with rounds", replicate=2, week=10, scope="Rigshospitalet Ø")
    assert float(one) == 1000 + 200 + 10 + 0.5, one
    assert float(cube.strain.sel(arm="baseline", replicate=0, week=8, scope="system")) == 1
    assert cube.strain.dtype == np.float32, "hours must stay numbers"
    assert int(cube.ledger.sel(arm="baseline", replicate=1, week=52)) == 2**60 + 152
    assert int(np.isnan(cube.coordination).sum()) == 6
    assert list(cube.digest.sel(arm=["with rounds"]).values) == ["99e2"]
    assert int(cube.population) == 640
    for name, variable in cube.variables.items():
        assert variable.attrs["units"], name
        assert variable.attrs["long_name"], name
    for name in ("Conventions", "title", "history", "source"):
        assert cube.attrs[name], name

with xr.open_dataset(path, engine="h5netcdf", group="provenance") as provenance:
    assert str(provenance.command.values) == "relco run scenario.yaml"
    assert str(provenance.scenario.values).endswith("s\nend: 1\n")
    assert provenance.attrs["seed"] == 7 and provenance.attrs["version"] == "0.0.0"

with h5netcdf.File(path, "r") as file:  # what ncdump -h would print: dimensions in their order
    assert list(file.dimensions) == ["arm", "replicate", "week", "scope", "dose", "nobody"]
    assert file.variables["coordination"].dimensions == ("arm", "replicate", "week", "scope")
    assert not any("phony" in name for name in file.dimensions)

try:
    import netCDF4
except ImportError:
    print("netCDF4 is not installed: its look at the file is left out")
else:
    with netCDF4.Dataset(path) as file:
        assert list(file.dimensions) == ["arm", "replicate", "week", "scope", "dose", "nobody"]
        assert file.variables["arm"][1] == "with rounds"
        assert file.variables["ledger"][1, 2, 3] == 2**60 + 1203
        assert np.ma.getmaskarray(file.variables["coordination"][0, 0])[0, 1], "NaN is a fill value"
