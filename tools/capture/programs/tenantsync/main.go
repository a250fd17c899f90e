// Command tenantsync copies accounts from each tenant's system.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"crm.example/tenantsync/remote"
)

var words map[string]uint32

func start(ctx context.Context) error {
	host, err := peer.Start("tenant", "")
	if err != nil {
		return err
	}
	words = tables.Dictionary(22)
	accounts := remote.NewAccounts("http://"+host, 15)
	jobs.Every(ctx, 6*time.Second, func(int) { accounts.Refresh() })
	jobs.Every(ctx, 500*time.Millisecond, func(int) { accounts.Sync() })
	bus.NewTopic(ctx, "changes", 90, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("tenant", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, r.URL) }))
	run.Service("tenantsync", start)
}
