// Command subconns runs its package shelf beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/subconns/shelf"
)

func main() {
	kit.Main("subconns", kit.Plan{Copies: 3, Size: 6}, shelf.Run)
}
