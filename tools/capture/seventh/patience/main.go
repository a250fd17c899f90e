// Command patience tells clients about changes as soon as there is one.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/mill"
	"go.stonequay.example/stock/shelf"

	"code.waitingroom.example/notify/patience/changes"
	"code.waitingroom.example/notify/patience/poll"
)

var words map[string]*shelf.Entry

func main() {
	feed := changes.New(60)
	boot.Up(
		func() error {
			words = shelf.Vocabulary(6)
			mill.Records(200)
			boot.Every(400*time.Millisecond, func(n int) { feed.Change(n * 7 % 20) })
			return nil
		},
		func() error {
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			go func() { log.Print(http.Serve(l, poll.New(feed, 55*time.Second))) }()
			client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 200}}
			for i := 0; i < 140; i++ {
				go follow(client, "http://"+l.Addr().String(), i%60)
			}
			return nil
		},
	)
}

// follow asks again as soon as it was answered.
func follow(client *http.Client, base string, topic int) {
	for version := "0"; ; {
		answer, err := client.Get(fmt.Sprintf("%s/%d/%s", base, topic, version))
		if err != nil {
			log.Print(err)
			time.Sleep(time.Second)
			continue
		}
		text, err := io.ReadAll(answer.Body)
		if err != nil {
			log.Print(err)
		}
		answer.Body.Close()
		version = string(text)
		time.Sleep(50 * time.Millisecond)
	}
}
