module git.assizes.example/clerks/courtdocket

go 1.19

require (
	example.com/lib v0.8.2
	example.org/wiredb v1.1.0
	example.org/platform v0.31.0
	example.org/ops v1.4.0
	hub.tessera.example/base v0.21.0
)

replace (
	example.com/lib => ../../sixth/lib
	example.org/wiredb => ../../wiredb
	example.org/platform => ../../platform
	example.org/ops => ../../ops
	hub.tessera.example/base => ../../third/kit
)
