// Command pluginwait runs its package plugins beside the ordinary life of a service.
package main

import (
	"time"

	"go.harbour.example/kit"

	"git.quayside.example/yard/pluginwait/plugins"
)

func main() {
	kit.Main("pluginwait", kit.Plan{Copies: 30, Every: 50 * time.Millisecond, Front: true, Size: 9}, plugins.Run)
}
