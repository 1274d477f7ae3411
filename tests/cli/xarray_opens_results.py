"""What `relco run` leaves behind opens in xarray as labelled cubes, with no word of help.

With an argument: looks at that file instead of running relco.
"""

import os
import subprocess
import sys
from pathlib import Path

try:
    import h5netcdf
    import xarray as xr
except ImportError as missing:
    print(f"left out: {missing}")
    sys.exit(0)

if len(sys.argv) > 1:
    path = Path(sys.argv[1])
else:
    scenario = Path(os.environ["SOURCE_DIR"]) / "scenarios" / "bundled-payment.yaml"
    path = Path("results.h5")
    subprocess.run([os.environ["RELCO"], "run", str(scenario), "--out", str(path), "--force",
                    "--replicates", "2", "--weeks", "60"], check=True, stdout=subprocess.DEVNULL)

with xr.open_dataset(path, engine="h5netcdf") as cube:
    for name in ("arm", "replicate", "week"):
        assert name in cube.dims, f"no dimension {name} in {dict(cube.sizes)}"
        assert name in cube.coords, f"{name} has no coordinates"
    for name, variable in cube.variables.items():
        assert variable.attrs.get("units"), f"{name} has no units"
        assert variable.attrs.get("long_name"), f"{name} has no long_name"
        assert variable.dtype.kind in "ifO", f"{name} came as {variable.dtype}"
    for name in ("Conventions", "title", "source", "history"):
        assert cube.attrs.get(name), f"the file has no {name}"
    cubes = [one for one in cube.data_vars.values() if {"arm", "replicate", "week"} <= set(one.dims)]
    assert cubes, "no variable over arm, replicate and week"
    for arm in cube.arm.values:
        assert isinstance(arm, str), arm
        one = cubes[0].sel(arm=arm, replicate=cube.replicate[0], week=cube.week[-1])
        assert "arm" not in one.dims
    print(cube)

with xr.open_dataset(path, engine="h5netcdf", group="provenance") as provenance:
    assert provenance.sizes == {} and provenance.data_vars, "no provenance"

with h5netcdf.File(path, "r") as file:
    assert not any(name.startswith("phony") for name in file.dimensions), list(file.dimensions)
