// Command promise runs its package pledge beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/promise/pledge"
)

func main() {
	kit.Main("promise", kit.Plan{Copies: 10, Size: 6}, pledge.Run)
}
