"""Programs around an engine, which `generator/` runs: no module of it imports one."""
