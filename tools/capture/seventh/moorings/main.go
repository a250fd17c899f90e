// Command moorings reports to the collectors of its customers which flags were used.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"git.slipstream.example/flags/moorings/report"
	"git.slipstream.example/flags/moorings/usage"
)

var words map[string]*shelf.Entry

func main() {
	peer.HTTP("collector", http.HandlerFunc(collect))
	used := usage.New()
	boot.Up(
		func() error {
			words = shelf.Vocabulary(4)
			roster.Watchers(50, 2*time.Second)
			mill.Text(400 * time.Millisecond)
			return chatter.Lines(8, time.Second)
		},
		func() error {
			address, err := peer.Start("collector", "")
			if err != nil {
				return err
			}
			boot.Every(5*time.Millisecond, func(n int) { used.Note(fmt.Sprint("flag-", n%40)) })
			for i := 0; i < 7; i++ {
				sender := report.New(fmt.Sprintf("http://%s/customer-%d", address, i))
				boot.Every(time.Duration(700+i*30)*time.Millisecond, func(int) {
					if err := sender.Send(used.Snapshot()); err != nil {
						log.Print(err)
					}
				})
			}
			return serve(used)
		},
	)
}

// collect takes reports; the collector of customer 5 tells what it will do with them.
func collect(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/customer-5" {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	w.WriteHeader(http.StatusAccepted)
	fmt.Fprintf(w, "%06000d", 1)
}

func serve(used *usage.Usage) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go func() {
		log.Print(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, len(used.Snapshot()))
		})))
	}()
	return nil
}
