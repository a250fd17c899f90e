// Command waitresult runs its package waits beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/waitresult/waits"
)

func main() {
	kit.Main("waitresult", kit.Plan{Copies: 10, Front: true, Size: 6}, waits.Run)
}
