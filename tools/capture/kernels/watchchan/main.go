// Command watchchan runs its package revisions beside the ordinary life of a service.
package main

import (
	"go.harbour.example/kit"

	"git.quayside.example/yard/watchchan/revisions"
)

func main() {
	kit.Main("watchchan", kit.Plan{Copies: 10, Front: true, Size: 8}, revisions.Run)
}
