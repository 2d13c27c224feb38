"""What stands between a source and the network: who may be asked, when, and with which validators."""
