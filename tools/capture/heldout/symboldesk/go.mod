module rpc.example/symboldesk

go 1.23

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	example.org/rpcapi v1.7.0
	go.northgate.example/kit v0.12.1
	google.golang.org/grpc v1.33.3
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	example.org/rpcapi => ../../rpcapi
	go.northgate.example/kit => ../../heldout/kit
)
