module git.beacon.example/rpc/jsonwire

go 1.23

require (
	example.org/ops v1.4.0
	go.northgate.example/kit v0.12.1
)

replace (
	example.org/ops => ../../ops
	go.northgate.example/kit => ../../heldout/kit
)
