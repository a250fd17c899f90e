// Command breaker runs its package queueing beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/breaker/queueing"
)

func main() {
	kit.Main("breaker", kit.Plan{Copies: 3, Size: 6}, queueing.Run)
}
