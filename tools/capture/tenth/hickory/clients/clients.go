// Package clients is the other end.
package clients

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// Return brings 320 clients back.
func Return(_ net.Listener, base string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 400}}
	for i := 0; i < 320; i++ {
		go stay(client, fmt.Sprintf("%s/poll?box=%d", base, i))
		time.Sleep(165 * time.Millisecond)
	}
	select {}
}

func stay(client *http.Client, url string) {
	for {
		answer, err := client.Get(url)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
	}
}
