// Package combs weighs hives by MQTT.
package combs

import (
	"context"
	"fmt"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"

	"hub.tessera.example/base/cadence"
)

// Start connects clients, some to a broker that is away.
func Start(ctx context.Context) error {
	for i := 0; i < 10; i++ {
		options := mqtt.NewClientOptions().AddBroker("tcp://127.0.0.1:1883").
			SetClientID(fmt.Sprint("hive", i, "-", time.Now().UnixNano())).SetKeepAlive(10 * time.Second)
		client := mqtt.NewClient(options)
		if t := client.Connect(); t.Wait() && t.Error() != nil {
			return t.Error()
		}
		for j := 0; j < 5; j++ {
			client.Subscribe(fmt.Sprintf("hive/%d/%d", i, j), 1, func(mqtt.Client, mqtt.Message) {}).Wait()
		}
		cadence.Loop(ctx, 150*time.Millisecond, func(n int) {
			client.Publish(fmt.Sprintf("hive/%d/%d", n%10, n%5), 1, false, "12 kg").WaitTimeout(time.Second)
		})
	}
	for i := 0; i < 3; i++ {
		go func() {
			options := mqtt.NewClientOptions().AddBroker("tcp://127.0.0.1:1899")
			client := mqtt.NewClient(options)
			for ctx.Err() == nil && !client.IsConnected() {
				client.Connect().Wait()
				time.Sleep(3 * time.Second)
			}
		}()
	}
	return nil
}
