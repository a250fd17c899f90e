// Command manifestd pulls manifests.
package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.drydock.example/registry/manifestd/pull"
)

var registry = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "13") {
		fmt.Fprint(w, "<html>", strings.Repeat("<p>sign in first</p>", 4000))
		return
	}
	fmt.Fprintf(w, `{"layers": [%q]}`, r.URL.Path)
})

func main() {
	peer.HTTP("registry", registry)
	boot.Run("manifestd", func(ctx context.Context) error {
		address, err := peer.Start("registry", "")
		if err != nil {
			return err
		}
		puller := pull.NewPuller("http://" + address)
		load.Crew(ctx, 10, 180*time.Millisecond, func(member, n int) { puller.Manifest(n) })
		crowd.Staff(ctx, 260)
		burn.Orders(ctx, 1800)
		return nil
	})
}
