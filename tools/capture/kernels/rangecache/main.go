// Command rangecache runs its package rangebook beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/rangecache/rangebook"
)

func main() {
	kit.Main("rangecache", kit.Plan{Copies: 3, Front: true, Size: 12}, rangebook.Run)
}
