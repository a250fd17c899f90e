// Command outboxrow runs its package flow beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/outboxrow/flow"
)

func main() {
	kit.Main("outboxrow", kit.Plan{Copies: 10, Size: 6}, flow.Run)
}
