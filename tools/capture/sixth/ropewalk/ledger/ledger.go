// Package ledger is the ledger and the way to it.
package ledger

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

// Handler is the ledger: an entry takes it about half a second.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(520 * time.Millisecond)
		fmt.Fprintf(w, "booked %s", r.URL.Query().Get("account"))
	})
}

// Client reaches a ledger.
type Client struct {
	base string
	http http.Client
}

// Dial is a client of the ledger at address.
func Dial(address string) *Client {
	return &Client{
		base: "http://" + address,
		http: http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: time.Minute}},
	}
}

// Book enters an amount.
func (c *Client) Book(account string, amount int) error {
	answer, err := c.http.Get(fmt.Sprintf("%s/?account=%s&amount=%d", c.base, account, amount))
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
