// Command rawconn runs its package protocol beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/rawconn/protocol"
)

func main() {
	kit.Main("rawconn", kit.Plan{Copies: 10, Size: 8}, protocol.Run)
}
