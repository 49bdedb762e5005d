"""What a message means, read by one tuned encoder beside the rules and the words of the core."""

import os

# onnxruntime reports to its maker what it loads and when, unless this is there before it is.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
