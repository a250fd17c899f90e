// Command finishreq runs its package rest beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/finishreq/internal/rest"
)

func main() {
	kit.Main("finishreq", kit.Plan{Copies: 30, Every: 60 * time.Millisecond, Front: true, Size: 12}, rest.Run)
}
