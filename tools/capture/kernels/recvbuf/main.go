// Command recvbuf runs its package transport beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/recvbuf/transport"
)

func main() {
	kit.Main("recvbuf", kit.Plan{Copies: 10, Size: 8}, transport.Run)
}
