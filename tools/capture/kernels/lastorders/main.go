// Command lastorders runs its package closing beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/lastorders/closing"
)

func main() {
	kit.Main("lastorders", kit.Plan{Copies: 1, Size: 8}, closing.Run)
}
