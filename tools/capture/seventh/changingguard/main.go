// Command changingguard serves with a configuration that changes often.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/roster"
	"go.stonequay.example/stock/shelf"

	"go.palaceyard.example/edge/changingguard/frontdoor"
	"go.palaceyard.example/edge/changingguard/generation"
)

var words map[string]*shelf.Entry

func main() {
	door, err := frontdoor.Open()
	if err != nil {
		log.Fatal(err)
	}
	boot.Up(
		func() error {
			words = shelf.Vocabulary(5)
			roster.Inspectors(20, time.Second)
			return nil
		},
		func() error {
			door.Use(generation.Start(0))
			boot.Every(10*time.Second, func(turn int) {
				old := door.Use(generation.Start(turn + 1))
				go old.Drain(25 * time.Second)
			})
			for i := 0; i < 70; i++ {
				go download(door.Address(), i)
			}
			return nil
		},
	)
}

// download takes a while, and begins anew.
func download(address string, n int) {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: 20 * time.Second}}
	for turn := 0; ; turn++ {
		answer, err := client.Get(fmt.Sprintf("http://%s/%d", address, 2+(n+turn)%8))
		if err != nil {
			time.Sleep(300 * time.Millisecond)
			continue
		}
		if _, err := io.Copy(io.Discard, answer.Body); err != nil {
			log.Print(err)
		}
		answer.Body.Close()
	}
}
