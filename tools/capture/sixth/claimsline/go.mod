module git.mutualaid.example/claims/claimsline

go 1.19

require (
	example.com/lib v0.8.2
	example.org/ops v1.4.0
	hub.tessera.example/base v0.21.0
)

replace (
	example.com/lib => ../../sixth/lib
	example.org/ops => ../../ops
	hub.tessera.example/base => ../../third/kit
)
