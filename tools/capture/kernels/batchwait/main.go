// Command batchwait runs its package batching beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/batchwait/batching"
)

func main() {
	kit.Main("batchwait", kit.Plan{Copies: 3, Size: 6}, batching.Run)
}
