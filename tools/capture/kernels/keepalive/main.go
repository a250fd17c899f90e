// Command keepalive runs its package pulse beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/keepalive/pulse"
)

func main() {
	kit.Main("keepalive", kit.Plan{Copies: 10, Size: 6}, pulse.Run)
}
