// Command deedbox keeps who is who.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.notarial.example/identity/deedbox/api"
	"go.notarial.example/identity/deedbox/entities"
)

var words map[string]*shelf.Entry

func main() {
	boot.Up(
		func() error {
			words = shelf.Vocabulary(5)
			roster.Workers(40, 90*time.Millisecond)
			return chatter.Beacons(4, 700*time.Millisecond)
		},
		func() error {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			server := &http.Server{Handler: api.New(entities.NewStore()), ReadHeaderTimeout: 5 * time.Second}
			go func() { log.Print(server.Serve(l)) }()
			load(l.Addr().String())
			return nil
		},
	)
}

// load creates six entities a second, merges two of them now and then, and looks some up.
func load(address string) {
	client := &http.Client{Timeout: 30 * time.Second}
	var once sync.Once
	get := func(path string) {
		answer, err := client.Get("http://" + address + path)
		if err != nil {
			once.Do(func() { log.Print(err) })
			return
		}
		defer answer.Body.Close()
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			once.Do(func() { log.Print(err) })
		}
	}
	boot.Every(160*time.Millisecond, func(n int) { go get(fmt.Sprint("/create/", n)) })
	boot.Every(640*time.Millisecond, func(n int) { go get(fmt.Sprintf("/merge/%d/%d", n, n+1)) })
	boot.Every(900*time.Millisecond, func(n int) { go get(fmt.Sprint("/entity/", n)) })
}
