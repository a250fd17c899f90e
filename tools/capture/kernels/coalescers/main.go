// Command coalescers runs its package proxywatch beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/coalescers/proxywatch"
)

func main() {
	kit.Main("coalescers", kit.Plan{Copies: 3, Size: 10}, proxywatch.Run)
}
