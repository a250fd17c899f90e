module go.avocet.example/discover/avocet

go 1.19

require (
	example.org/ops v1.4.0
	example.org/platform v0.31.0
	example.org/rpcapi v1.7.0
	hub.tessera.example/base v0.21.0
	google.golang.org/grpc v1.33.3
)

replace (
	example.org/ops => ../../ops
	example.org/platform => ../../platform
	example.org/rpcapi => ../../rpcapi
	hub.tessera.example/base => ../../third/kit
)
