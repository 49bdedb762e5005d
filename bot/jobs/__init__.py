"""What the app does by itself, over and over: deliver mail, remove what is past its time."""
