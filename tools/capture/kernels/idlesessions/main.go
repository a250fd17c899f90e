// Command idlesessions runs its package session beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/idlesessions/session"
)

func main() {
	kit.Main("idlesessions", kit.Plan{Copies: 10, Size: 8}, session.Run)
}
