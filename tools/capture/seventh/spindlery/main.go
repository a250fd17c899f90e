// Command spindlery renders the configuration of gateways.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"code.weavers.example/loom/spindlery/render"
	"code.weavers.example/loom/spindlery/store"
)

var words map[string]*shelf.Entry

func main() {
	gateways := store.New()
	boot.Up(
		func() error {
			words = shelf.Vocabulary(6)
			mill.Text(250 * time.Millisecond)
			return chatter.Lines(12, 2*time.Second)
		},
		func() error {
			gateways.Reset(render.Desired(0))
			boot.Every(100*time.Millisecond, func(turn int) { gateways.Reset(render.Desired(turn)) })
			r := render.New(gateways)
			boot.Every(60*time.Millisecond, r.Render)
			return nil
		},
		func() error { return traffic(gateways) },
	)
}

// traffic asks for single gateways over HTTP, seven times a second.
func traffic(gateways *store.Store) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go func() {
		log.Print(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if g := gateways.Get(r.URL.Path); g != nil {
				fmt.Fprintln(w, g.Name, len(g.Routes))
			}
		})))
	}()
	client := &http.Client{Timeout: 4 * time.Second}
	boot.Every(140*time.Millisecond, func(turn int) { go ask(client, fmt.Sprintf("http://%s/gateway-%d", l.Addr(), turn%300)) })
	return nil
}

func ask(client *http.Client, url string) {
	answer, err := client.Get(url)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		log.Print(err)
	}
}
