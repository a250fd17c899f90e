// Command strategy runs its package debounce beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/strategy/debounce"
)

func main() {
	kit.Main("strategy", kit.Plan{Copies: 10, Size: 7}, debounce.Run)
}
