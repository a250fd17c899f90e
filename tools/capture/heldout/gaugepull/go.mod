module git.meter.example/scada/gaugepull

go 1.23

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	go.northgate.example/kit v0.12.1
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	go.northgate.example/kit => ../../heldout/kit
)
