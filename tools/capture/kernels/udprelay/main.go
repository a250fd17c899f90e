// Command udprelay runs its package relay beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/udprelay/relay"
)

func main() {
	kit.Main("udprelay", kit.Plan{Copies: 3, Size: 6}, relay.Run)
}
