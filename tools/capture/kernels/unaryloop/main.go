// Command unaryloop runs its package bench beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/unaryloop/bench"
)

func main() {
	kit.Main("unaryloop", kit.Plan{Copies: 30, Every: 60 * time.Millisecond, Size: 10}, bench.Run)
}
