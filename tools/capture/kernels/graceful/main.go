// Command graceful runs its package serverside beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/graceful/serverside"
)

func main() {
	kit.Main("graceful", kit.Plan{Copies: 3, Size: 6}, serverside.Run)
}
