// Command pathbooks lends books by their path.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.librarian.example/catalog/pathbooks/tally"
)

var register *holdings.Node

func main() {
	service.Main("pathbooks", func(ctx context.Context) error {
		register = holdings.Register(7)
		lend := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintf(w, "%s, for %d days\n", r.URL.Path, 7+len(r.URL.Path)%21)
		})
		base, err := httpd.Open(tally.Counted(tally.New("lending"), lend))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 150)
		grist.Letters(ctx, 700)
		httpd.Callers(ctx, base, 16, 350*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/shelf/%d/book/%d/lend", caller, turn*31)
		})
		return nil
	})
}
