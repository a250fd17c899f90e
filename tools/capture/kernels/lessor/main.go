// Command lessor runs its package tenure beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/lessor/tenure"
)

func main() {
	kit.Main("lessor", kit.Plan{Copies: 1, Front: true, Size: 5}, tenure.Run)
}
