// Package viewers are who looks on.
package viewers

import (
	"bufio"
	"log"
	"net"
	"net/http"
	"time"
)

// Main brings two hundred, eight a second; they stay.
func Main(_ net.Listener, base string) {
	for i := 0; i < 200; i++ {
		go view(base + "/games/live")
		time.Sleep(140 * time.Millisecond)
	}
	select {}
}

func view(url string) {
	client := &http.Client{Transport: &http.Transport{}}
	answer, err := client.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() {
	}
}
