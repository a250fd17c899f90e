// Command flowcancel runs its package streams beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/flowcancel/streams"
)

func main() {
	kit.Main("flowcancel", kit.Plan{Copies: 3, Size: 4}, streams.Run)
}
