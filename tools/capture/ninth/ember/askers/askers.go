// Package askers is the other end.
package askers

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Count is how many there are.
const Count = 260

// Ask lets each ask again as soon as it was answered.
func Ask(_ net.Listener, target string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: Count}}
	for i := 0; i < Count; i++ {
		go ask(client, target, i)
		time.Sleep(10 * time.Millisecond)
	}
	select {}
}

func ask(client *http.Client, target string, number int) {
	for since := 0; ; {
		answer, err := client.Get(fmt.Sprintf("%s/box/%d/%d", target, number, since))
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		var got struct{ Version int }
		if json.NewDecoder(answer.Body).Decode(&got) == nil {
			since = got.Version
		}
		answer.Body.Close()
		time.Sleep(50 * time.Millisecond)
	}
}
