// Package experiment runs experiments.
package experiment

import (
	"fmt"
	"io"
	"net/http"

	"lab.example/sandboxd/sandbox"
)

// Run runs experiment n.
func Run(client *http.Client, n int) error {
	url, err := sandbox.Open(n)
	if err != nil {
		return err
	}
	response, err := client.Get(fmt.Sprintf("%s/measure/%d", url, n))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return err
}
