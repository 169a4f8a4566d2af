"""The example cycle: invented people in the real agenda. The texts are data (``*.toml``)."""
